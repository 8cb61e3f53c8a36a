"""Search words for our own staff."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from inventory import models
from inventory.admin.goods import CorrectableAdmin


@admin.register(models.SearchWord)
class SearchWordAdmin(CorrectableAdmin):
    list_display = ["said", "meant", "learnt", "business"]
    list_filter = ["learnt"]
    list_select_related = ["business"]
    search_fields = ["said", "meant", "business__name"]


@admin.register(models.SearchMiss)
class SearchMissAdmin(ReadOnlyAdmin):
    list_display = ["at", "said", "by", "business"]
    list_filter = ["at"]
    list_select_related = ["by", "business"]
    search_fields = ["said", "business__name"]
