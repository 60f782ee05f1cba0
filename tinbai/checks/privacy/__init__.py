"""Rules on what must not be made public: personal data, denouncers, secrets."""
