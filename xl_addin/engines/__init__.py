"""Engines that let xlwings drive other spreadsheets than Excel."""
