"""A shop's imported history, asked about through the API: each figure as the file itself adds up."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from rest_framework.test import APIClient

from ai_features.tests.builders import agree
from ai_features.tests.questions.history import History, ten_questions, write
from conftest import Shop


def test_ten_questions_over_an_imported_file_give_the_figures_of_the_file(
    shop: Shop, owner_client: APIClient, tmp_path: Path, capsys: Any
) -> None:
    file = tmp_path / "history.csv"
    write(file)
    call_command("import_sales", str(file), "--business", str(shop.business.pk))
    agree(shop.caller)
    asked = list(ten_questions(History(file)))
    assert len(asked) == 10
    bodies = [owner_client.post("/ai/api/query/", {"query": question}).json() for question, _, _ in asked]
    assert [body["data"] is not None for body in bodies] == [True] * 10, [body["answer"] for body in bodies]
    found = {question: figures(body["data"]) for (question, _, figures), body in zip(asked, bodies, strict=True)}
    assert found == {question: expected for question, expected, _ in asked}
