"""The verbs of `python -m bot`, one module each: `add_arguments(parser)` and `run(arguments)`."""
