import Convention

/// The first days of the tests: a Monday and those after it.
let lundi = Jour(2026, 3, 2)
let mardi = Jour(2026, 3, 3)
let mercredi = Jour(2026, 3, 4)
let jeudi = Jour(2026, 3, 5)
let vendredi = Jour(2026, 3, 6)
