"""`kzdata explain`."""

import click

from kzdata.cli import options, output
from kzdata.errors import CallError
from kzdata.nearest import likeliest
from kzdata.rules import rules


@click.command("explain", epilog=options.examples("kzdata explain value-not-in-evidence"))
@click.argument("rule", required=False)
def command(rule: str | None) -> int:
    """Explain a RULE: what it checks, why, an example, what to do. Without one, list all."""
    known = rules()
    if rule is None:
        for one in known.values():
            first = one.doc.strip().partition("\n\n")[0].replace("\n", " ")
            output.say(f"{one.name} ({one.severity})", f"    {first}")
        return 0
    if rule not in known:
        advice = likeliest(rule, known) or "`kzdata explain` lists all"
        raise CallError(f"there is no rule `{rule}`; {advice}")
    output.say(f"{rule} ({known[rule].severity})", "", *known[rule].doc.strip().split("\n"))
    return 0
