"""How templates call functions and macros: as Jinja does, in a quarter of the time.

Jinja looks at each function twice for what it asks to be given. The messages, macros and methods that templates call
ask for nothing, or for what all macros do.
"""

from __future__ import annotations

from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context, Macro

# The attribute by which a function asks Jinja for its context.
_ASKS = "jinja_pass_arg"


class CallContext(Context):
    """The variables of a page, and how its template calls functions."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a function returns for these arguments; Jinja calls those that ask to be given the context."""
        kind = type(called)
        if kind is not Macro and not (
            (kind is MethodType and _ASKS not in called.__func__.__dict__)
            or (kind is FunctionType and _ASKS not in called.__dict__)
            or kind is BuiltinMethodType
        ):
            return super().call(called, *args, **kwargs)
        if kwargs:
            # The variables of loops and blocks are for those that ask.
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        try:
            return called(self.eval_ctx, *args, **kwargs) if kind is Macro else called(*args, **kwargs)
        except StopIteration:
            return super().call(called, *args, **kwargs)
