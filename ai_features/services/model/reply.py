"""A model's answer and what it used, and what makes an answer unusable."""

from dataclasses import dataclass

from ai_features.services.model.prices import Tokens


@dataclass(frozen=True)
class Reply:
    """A model's answer and what it used, attempts that brought nothing included."""

    text: str
    model: str
    tokens: Tokens
    milliseconds: int = 0
    finish: str = "stop"
    refusal: str = ""


class BadReply(Exception):
    """An answer came that cannot be used: cut off, malformed, refused, empty. `problem` can be told to the model."""

    def __init__(self, problem: str, reply: Reply) -> None:
        self.problem = problem
        self.reply = reply
        super().__init__(problem)


def whole(reply: Reply) -> Reply:
    """The reply when it is complete. Raises `BadReply`."""
    if reply.refusal or reply.finish == "content_filter":
        raise BadReply("the answer was refused", reply)
    if reply.finish == "length":
        raise BadReply("the answer was cut off: write less", reply)
    if not reply.text.strip():
        raise BadReply("the answer was empty", reply)
    return reply
