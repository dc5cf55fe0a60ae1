"""The beginning of the way: welcome, what can be kept between us, and questions one may leave open.

Welcome comes before any question. The questions are the agency's, every answer is an open blank, and
"rather not", "not now" and "ask me later" are whole answers.
"""
