"""Solves an exported model with OR-Tools' SimpleMinCostFlow, to be held beside our own time.

    mutasi run FOLDER --export-model MODEL
    python3 benches/or_tools.py MODEL

OR-Tools takes one whole number as cost, so the levels are joined into one: each weighs more than all that the later
ones together can come to. The last level, which only tells equal plans apart, is left out, since not all of them fit.
Exit code 0: the same value on every level that fitted; 1: another value; 3: OR-Tools is not installed here.
"""

import csv
import os
import sys
import time


def columns(folder):
    """Arcs as lists: tail, head, lower, capacity, flow, and a list of costs a level."""
    with open(os.path.join(folder, "arcs.csv"), newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        levels = [name for name in head if name.startswith("cost_")]
        table = list(zip(*([int(cell) for cell in row] for row in rows)))
    by_name = dict(zip(head, table))
    ends = (by_name[name] for name in ("tail", "head", "lower", "capacity", "flow"))
    return (*ends, [(name.removeprefix("cost_"), by_name[name]) for name in levels])


def supplies(folder):
    with open(os.path.join(folder, "nodes.csv"), newline="") as file:
        return [int(row["supply"]) for row in csv.DictReader(file)]


def reach(tail, lower, capacity, supply, costs):
    """More than any two flows can differ by on this level: what leaves each node, at its dearest and at its cheapest."""
    dearest, cheapest = {}, {}
    span = 0
    for at, (node, cost) in enumerate(zip(tail, costs)):
        if supply[node] == 1:
            dearest[node] = max(dearest.get(node, cost), cost)
            cheapest[node] = min(cheapest.get(node, cost), cost)
        else:
            span += (capacity[at] - lower[at]) * abs(cost)
    return span + sum(dearest[node] - cheapest[node] for node in dearest) + 1


def joined(tail, lower, capacity, supply, levels):
    """One cost an arc for these levels, the first one the most important; None where a number grows too large."""
    weight, sums = 1, [0] * len(tail)
    for _, costs in reversed(levels):
        if any(costs):
            sums = [old + weight * cost for old, cost in zip(sums, costs)]
            weight *= reach(tail, lower, capacity, supply, costs)
    # OR-Tools multiplies costs by the number of nodes.
    return sums if max(map(abs, sums)) <= 2**62 // (len(supply) + 1) else None


def main():
    folder = sys.argv[1]
    try:
        import numpy
        from ortools.graph.python import min_cost_flow
    except ImportError as error:
        print(f"OR-Tools is not installed here ({error}): pip install ortools numpy", file=sys.stderr)
        return 3
    tail, head, lower, capacity, flow, levels = columns(folder)
    supply = supplies(folder)
    fitted = levels[:-1]
    while (cost := joined(tail, lower, capacity, supply, fitted)) is None:
        print(f"the level {fitted[-1][0]} does not fit into OR-Tools' numbers and is left out", file=sys.stderr)
        fitted = fitted[:-1]

    # What an arc must carry at least is taken from its ends; OR-Tools knows no lower bounds.
    left = list(supply)
    for at, least in enumerate(lower):
        left[tail[at]] -= least
        left[head[at]] += least
    began = time.process_time()
    solver = min_cost_flow.SimpleMinCostFlow()
    room = numpy.array(capacity) - numpy.array(lower)
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        numpy.array(tail), numpy.array(head), room, numpy.array(cost, dtype=numpy.int64)
    )
    solver.set_nodes_supplies(numpy.arange(len(left)), numpy.array(left))
    built = time.process_time()
    status = solver.solve()
    solved = time.process_time()
    if status != solver.OPTIMAL:
        print(f"OR-Tools did not solve it: {status}", file=sys.stderr)
        return 1
    theirs = solver.flows(arcs) + numpy.array(lower)
    print(f"{len(supply)} nodes, {len(tail)} arcs: building {built - began:.2f} s, solving {solved - built:.2f} s of CPU")
    same = True
    for name, costs in fitted:
        costs = numpy.array(costs, dtype=numpy.int64)
        ours_value, their_value = int(costs @ numpy.array(flow)), int(costs @ theirs)
        same &= ours_value == their_value
        print(f"{name}: plan {ours_value}, OR-Tools {their_value}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
