"""Questions by voice: a recording becomes words, which are shown, and run when their reading is sure."""
