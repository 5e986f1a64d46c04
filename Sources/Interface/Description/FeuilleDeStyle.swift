/// The style of the page: sober, legible, in light and dark, on screen and on paper.
enum FeuilleDeStyle {
  static let css = """
    :root { color-scheme: light dark; --fond: #ffffff; --texte: #1b1b1f; --doux: #55585f; --trait: #d4d7dd;
      --pair: #f6f7f9; --code: #eef0f4; --lien: #0b4aa2; --entete: #14213d; --surEntete: #ffffff; --cible: #fff3c4; }
    @media (prefers-color-scheme: dark) { :root { --fond: #15171c; --texte: #e6e7ea; --doux: #a9adb6; --trait: #3a3e47;
      --pair: #1b1e25; --code: #262a33; --lien: #8ab8ff; --entete: #0d1526; --surEntete: #f2f4f8; --cible: #4a3d0c; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0; background: var(--fond); color: var(--texte); font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans",
      Arial, sans-serif; }
    .evitement { position: absolute; left: -100vw; }
    .evitement:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--fond); z-index: 2; }
    header { background: var(--entete); color: var(--surEntete); padding: 1.25rem 1.5rem; }
    h1 { margin: 0; font-size: 1.7rem; font-weight: 600; line-height: 1.25; }
    .page { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); }
    nav { border-right: 1px solid var(--trait); padding: 1.5rem .75rem 2rem 1.5rem; font-size: .875rem; align-self: start;
      position: sticky; top: 0; max-height: 100vh; overflow-y: auto; }
    nav ol { list-style: none; margin: 0; padding: 0; }
    nav > ol > li { margin-bottom: .75rem; }
    nav > ol > li > a { font-weight: 600; }
    nav ol ol { margin: .125rem 0 0 .75rem; }
    nav a { text-decoration: none; display: inline-block; padding: .0625rem 0; }
    nav a:hover { text-decoration: underline; }
    main { padding: 0 1.5rem 4rem; max-width: 90rem; }
    h2 { font-size: 1.4rem; margin: 3rem 0 .75rem; padding-bottom: .375rem; border-bottom: 2px solid var(--entete); }
    section:first-child h2 { margin-top: 1.75rem; }
    h3 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
    p, ul { max-width: 70ch; margin: .5rem 0 1rem; }
    ul { padding-left: 1.25rem; }
    li { margin: .25rem 0; }
    a { color: var(--lien); }
    a:focus-visible, .defile:focus-visible { outline: 3px solid var(--lien); outline-offset: 2px; }
    code { font: .9em/1.4 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; background: var(--code);
      padding: .0625rem .25rem; border-radius: .1875rem; }
    td code, td a { overflow-wrap: anywhere; }
    .defile { overflow-x: auto; margin: 1rem 0 1.5rem; border: 1px solid var(--trait); border-radius: .25rem; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; }
    caption { text-align: left; padding: .5rem; color: var(--doux); font-style: italic; }
    th, td { text-align: left; vertical-align: top; padding: .375rem .5rem; border-top: 1px solid var(--trait); }
    thead th { background: var(--pair); white-space: nowrap; }
    tbody th { font-weight: 400; white-space: nowrap; }
    td.ample { min-width: 13rem; } td.moyen { min-width: 9rem; }
    tbody tr:nth-child(even) { background: var(--pair); }
    tr:target, tr:target:nth-child(even) { background: var(--cible); }
    @media (max-width: 60rem) { .page { display: block; } nav { position: static; max-height: 40vh; border: 0;
      border-bottom: 1px solid var(--trait); padding: 1rem; } main { padding: 0 1rem 3rem; } header { padding: 1rem; } }
    @media print { nav, .evitement { display: none; } .page { display: block; } header { background: none; color: #000;
      padding: 0; } main { padding: 0; max-width: none; } .defile { overflow: visible; border: 0; } table { font-size: 7.5pt; }
      thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3, caption { break-after: avoid; } }
    """
}
