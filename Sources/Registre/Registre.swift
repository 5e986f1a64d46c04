// Registre
