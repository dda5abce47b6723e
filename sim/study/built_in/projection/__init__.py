"""Projection: people in post to 2034, beside the one that councils had made for England.

The Local Government Association and Whole Systems Partnership (workforce W170, W171) put 32,952
children's social workers in post in 2023, need 45,989 by 2034, and ask that about 3,500 begin
training each year. Theirs is a model of stocks and flows in which people behave as they did. Only
these numbers could be seen, and not its rates, so three things are compared: where this model's
path leads with behaviour switched off and as many students as now; how many students it takes
here to reach what they need; and what changes when behaviour is on.

Run it: cpsim study projection --into results/projection   (six minutes on two cores)
"""
