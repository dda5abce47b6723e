"""A scenario to start from."""


def template(name: str) -> str:
    """Write a scenario to start from, with comments."""
    return f"""\
# yaml-language-server: $schema=schema/scenario.json
scenario: {name}
extends: baseline
title: A title for the report
question: What would happen if …?

# Expected: which mechanism moves what, in which direction; and what speaks against it.
actions:
  - action: {name}
    title: What is done, in words
    from: 2026-04
    phase_in: 12 months
    # until: 2029-03                        # leave out if it lasts
    # where: {{help_and_protection: [requires improvement, inadequate]}}
    change:
      workforce.posts_funded: {{multiply: 1.05}}   # `cpsim parameters --levers` lists the levers
    cost: {{set_up: £100k, yearly: £0, prices: 2025-26}}
"""
