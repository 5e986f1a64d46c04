print("centre-serveur")
