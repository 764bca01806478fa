"""How the pages of the rule book look, on a screen and on paper. Fonts are those the reader has."""

from typing import Final

STYLE: Final = """
:root { --ink: #1a1f24; --soft: #4a545e; --line: #b9c1c9; --shade: #f2f4f6; --link: #0b4a8f; --lawful: #14532d;
  --unlawful: #8c1010; --advice: #6b4a00; }
* { box-sizing: border-box; }
html { color: var(--ink); background: #fff; font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; background: #fff3bf; }
.skip { position: absolute; left: -99rem; padding: 0.5rem 1rem; background: #fff3bf; }
.skip:focus { left: 1rem; top: 0.5rem; }
header { border-bottom: 3px solid var(--ink); padding: 1.25rem 0 0.6rem; }
.book { margin: 0; font-weight: bold; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; list-style: none; margin: 0.4rem 0 0; padding: 0; }
nav.paras ul { gap: 0.2rem 0.9rem; }
nav [aria-current] { color: var(--ink); font-weight: bold; text-decoration: none; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.8em 0 0.5em; text-wrap: balance; }
h1 { font-size: 1.85rem; margin-top: 1.2em; }
h2 { font-size: 1.4rem; border-top: 1px solid var(--line); padding-top: 0.7em; }
h3 { font-size: 1.12rem; }
h4 { font-size: 1rem; }
p, ul, ol { margin: 0.5em 0; }
.says { font-size: 1.12rem; }
.caution { border: 1px solid var(--line); border-left: 6px solid var(--ink); padding: 0.6rem 1rem; margin: 1rem 0; }
.soft, caption, .when { color: var(--soft); }
code { font: 0.92em/1.4 Consolas, "DejaVu Sans Mono", monospace; background: var(--shade); padding: 0.1em 0.35em;
  overflow-wrap: anywhere; }
.hash { overflow-wrap: anywhere; }
dl { margin: 0.6em 0; }
dl div { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1rem; padding: 0.22rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }
article { border: 1px solid var(--line); border-left: 6px solid var(--link); padding: 0.2rem 1.1rem 0.7rem;
  margin: 1rem 0; }
article.reading { border-left-color: #8a6d1f; }
article.gap { border-left-color: #6b7580; }
article.footing { border-left-color: #4a6b3a; }
article.past { border-left-style: dashed; background: var(--shade); }
article h3, article h4 { margin-top: 0.6em; }
.id { font: 0.85em Consolas, "DejaVu Sans Mono", monospace; color: var(--soft); font-weight: normal;
  overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; line-height: 1.4; }
caption { text-align: left; padding: 0.3rem 0; font-style: italic; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 9.5rem; }
.narrow tbody th { min-width: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.lawful { color: var(--lawful); font-weight: bold; }
.unlawful { color: var(--unlawful); font-weight: bold; }
.advice { color: var(--advice); font-weight: bold; }
svg { display: block; width: 100%; min-width: 44rem; height: auto; font: 13px Georgia, serif; }
svg text { fill: var(--ink); }
.sign { border: 1px solid var(--line); padding: 0.4rem 1.1rem 1.2rem; margin-top: 2rem; break-inside: avoid; }
.sign .rule { display: grid; grid-template-columns: 9rem 1fr; align-items: end; margin-top: 1.4rem; }
.sign .rule span + span { border-bottom: 1px solid var(--ink); height: 1em; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 0.6rem; font-size: 0.9rem;
  color: var(--soft); }
@media (max-width: 40rem) { dl div { grid-template-columns: 1fr; } }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  a[href^="http"]::after { content: " <" attr(href) ">"; font-size: 0.85em; overflow-wrap: anywhere; }
  td a[href^="http"]::after, li a[href^="http"]::after { content: none; }
  article, tr, .caution { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  .whole { white-space: nowrap; }
.scroll { overflow: visible; }
  svg { min-width: 0; }
}
"""
"""The one style sheet; it stands inside every page, so that a page needs no other file."""
