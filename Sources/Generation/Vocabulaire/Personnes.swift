/// Names of people who do not exist, with what makes French names hard: accents, apostrophes, hyphens, particles.
enum Personnes {
  static let noms = [
    "MARTIN", "BERNARD", "THOMAS", "PETIT", "ROBERT", "RICHARD", "DURAND", "DUBOIS", "MOREAU", "LAURENT", "SIMON",
    "MICHEL", "LEFÈVRE", "LEROY", "ROUX", "DAVID", "BERTRAND", "MOREL", "FOURNIER", "GIRARD", "BONNET", "DUPONT",
    "LAMBERT", "FONTAINE", "ROUSSEAU", "VINCENT", "MÜLLER", "LEFEBVRE", "FAURE", "ANDRÉ", "MERCIER", "BLANC", "GUÉRIN",
    "BOYER", "GARNIER", "CHEVALIER", "FRANÇOIS", "LEGRAND", "GAUTHIER", "GARCIA", "PERRIN", "ROBIN", "CLÉMENT", "MORIN",
    "NICOLAS", "HENRY", "ROUSSEL", "MATHIEU", "GAUTIER", "MASSON", "MARCHAND", "DUVAL", "DENIS", "DUMONT", "MARIE",
    "LEMAIRE", "NOËL", "MEYER", "DUFOUR", "MEUNIER", "BRUN", "BLANCHARD", "GIRAUD", "JOLY", "RIVIÈRE", "LUCAS",
    "BRUNET",
    "GAILLARD", "BARBIER", "ARNAUD", "MARTÍNEZ", "GÉRARD", "ROCHE", "RENARD", "SCHMITT", "ROY", "LEROUX", "COLIN",
    "VIDAL", "CARON", "PICARD", "ROGER", "FABRE", "AUBERT", "LEMOINE", "RENAUD", "DUMAS", "LACROIX", "OLIVIER",
    "PHILIPPE", "BOURGEOIS", "PIERRE", "BENOÎT", "REY", "LECLERC", "PAYET", "ROLLAND", "LECLERCQ", "GUILLAUME",
    "LECOMTE", "LÓPEZ", "JEAN-BAPTISTE", "D'ANGLADE", "D'HONT", "L'HÉRITIER", "L'HOSTIS", "N'DIAYE", "N'GUYEN",
    "DE LA TOUR", "DU BOIS-HARDY", "LE GOFF", "LE BIHAN", "SAINT-MARTIN", "GARCIA-LÓPEZ", "BEN SALAH", "DA SILVA",
    "DE OLIVEIRA", "ÉTIENNE", "CŒURJOLY", "BŒUF", "ÖZTÜRK", "MAÎTRE", "PRÉVOST", "BESANÇON", "LEBŒUF-DUPRÉ",
    "EL KHATIB",
    "VAN DEN BERGHE", "O'NEILL", "ALBÉRIC", "CRÉPIN", "DÉSIRÉ", "MAHÉ", "TRAORÉ", "DIALLO", "RAZAFINDRAKOTO", "HOARAU",
  ]

  static let prenomsMasculins = [
    "Jean", "Pierre", "Michel", "André", "Philippe", "René", "Louis", "Alain", "Jacques", "Bernard", "Marcel", "Daniel",
    "Roger", "Robert", "Paul", "Claude", "Christian", "Henri", "Georges", "Nicolas", "François", "Frédéric",
    "Sébastien",
    "Jérôme", "Stéphane", "Éric", "Loïc", "Gaël", "Benoît", "Raphaël", "Théo", "Noé", "Jean-Luc", "Jean-François",
    "Marc-Antoine", "Mamadou", "Karim", "José", "Étienne", "Aurélien", "Ibrahima", "Yann", "Maël", "Léo",
  ]

  static let prenomsFeminins = [
    "Marie", "Jeanne", "Françoise", "Monique", "Catherine", "Nathalie", "Isabelle", "Jacqueline", "Anne", "Sylvie",
    "Martine", "Madeleine", "Nicole", "Suzanne", "Hélène", "Christine", "Marguerite", "Denise", "Louise", "Valérie",
    "Zoé", "Chloé", "Léa", "Maëlle", "Anaïs", "Héloïse", "Cécile", "Gaëlle", "Noémie", "Inès", "Aïcha", "Fatoumata",
    "Marie-Thérèse", "Anne-Sophie", "Marie-Ève", "Eugénie", "Mélanie", "Célestine", "Angèle", "Thérèse", "Léonie",
  ]

  static let formes = ["SARL", "SAS", "SCI", "EURL", "SA", "SNC", "SELARL"]

  static let enseignes = [
    "DU LAC", "GARAGE DE LA GARE", "LES TROIS MOULINS", "BOULANGERIE DU MARCHÉ", "ÉLECTRICITÉ GÉNÉRALE MARÉCHAL",
    "TRANSPORTS CÔTE D'OR", "HÔTEL DE L'EUROPE", "PIZZERIA BELLA NAPOLI", "MAÇONNERIE FRANÇAISE", "LES JARDINS D'ÉDEN",
    "COIFFURE L'HAIR DU TEMPS", "PLOMBERIE-CHAUFFAGE BRÉMOND", "SAINT-ROCH INVESTISSEMENTS", "CAFÉ DES ARTS",
    "AGRI-SUD",
    "MENUISERIE DUCHÊNE", "PHARMACIE DE L'ÉGLISE", "AUTO-ÉCOLE DU CENTRE", "LES QUATRE VENTS", "BÂTI-RÉNOV",
    "CAVE DES CÔTEAUX", "IMPRIMERIE NOUVELLE", "LA FERME D'À CÔTÉ", "PRESSING ÉCLAIR", "FLEURS ET NATURE",
  ]

  static let associations = [
    "COMITÉ DES FÊTES", "ASSOCIATION SPORTIVE", "FOYER RURAL", "LES AMIS DE L'ORGUE", "CLUB DE PÉTANQUE",
    "ENSEMBLE VOCAL CANTABILE", "AMICALE LAÏQUE", "RESTO DU CŒUR DU QUARTIER",
  ]
}
