"""Every command's help ends with an example, and every example runs."""

import shlex

import click
import pytest
from command import command

from governance.cli.main import main


def leaves(group, name=()):
    """Give each command with its whole name, those within a group of commands too."""
    context = click.Context(group)
    for child in group.list_commands(context):
        found = group.get_command(context, child)
        if hasattr(found, "list_commands"):
            yield from leaves(found, (*name, child))
        else:
            yield (*name, child), found


COMMANDS = dict(leaves(main))


@pytest.mark.parametrize("name", COMMANDS, ids=" ".join)
def test_the_example(name, tmp_path):
    """It starts with the command, and is neither refused nor about a file that is not there."""
    example = COMMANDS[name].epilog.removeprefix("Example: ")
    words = shlex.split(example.partition(" > ")[0])
    assert ["governance", *name] == words[: 1 + len(name)]
    for place, word in enumerate(words):
        if word in ("-o", "-d", "--word", "--xlsx"):
            words[place + 1] = str(tmp_path / words[place + 1])
    done = command(*words[1:])
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr
