// Adresses
