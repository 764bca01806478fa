"""The rules that are not sums of seats: small typed checks whose fields are their parameters in `rules/`.

A check answers with an `Outcome`. A number or a name that Parliament could change is a field; nothing of the
law's substance is written here. Checks of `board`, `approvals`, `majority` and `usage` look at a proposal, those of
`people` and `dates` at one person in it.
"""
