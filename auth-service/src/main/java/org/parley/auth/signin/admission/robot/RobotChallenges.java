package org.parley.auth.signin.admission.robot;

import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.robot.RobotChallenge.Strength;
import org.parley.auth.signin.held.HeldRegistrations;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.parley.auth.user.User;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.Sha256;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Issues and verifies challenges for newcomers. A challenge is an encrypted token, so
 * those that nobody answers cost nothing.
 */
@Component
public class RobotChallenges {

	/** So many newcomers with unverified addresses within the period are an attack. */
	static final int ATTACK = 60;

	private static final Duration PERIOD = Duration.ofMinutes(10);

	private static final Duration VALIDITY = Duration.ofHours(1);

	private static final String PURPOSE = "robot-challenge";

	private final AesGcmCipher cipher;

	private final MongoOperations mongo;

	private final HeldRegistrations heldRegistrations;

	private final InstantSource clock;

	private final RandomGenerator random;

	RobotChallenges(AtRestCiphers atRestCiphers, MongoOperations mongo, HeldRegistrations heldRegistrations,
			InstantSource clock, RandomGenerator random) {
		this.cipher = atRestCiphers.of(PURPOSE);
		this.mongo = mongo;
		this.heldRegistrations = heldRegistrations;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues a challenge, if newcomers have to answer one now.
	 * @param check {@code off}, {@code under-attack} or {@code always}
	 */
	public Optional<RobotChallenge> issue(String check) {
		return strength(check).map((strength) -> {
			var token = this.cipher.seal(strength + " " + this.clock.instant() + " " + RandomText.next(this.random),
					PURPOSE);
			return new RobotChallenge(token, strength.bits(), strength.patience().toSeconds());
		});
	}

	/**
	 * Checks the answer, if newcomers have to give one now, and uses the challenge up.
	 * @throws RefusalException 400 {@code challenge.required}, {@code challenge.invalid},
	 * {@code challenge.unsolved}
	 */
	public void require(String check, @Nullable RobotProof proof) {
		var strength = strength(check);
		if (strength.isEmpty()) {
			return;
		}
		if (proof == null) {
			throw RefusalException.field("challenge", "challenge.required", "is required");
		}
		var issued = open(proof.token()).orElseThrow(RobotChallenges::invalid);
		var now = this.clock.instant();
		if (issued.at().isAfter(now) || !now.isBefore(issued.at().plus(VALIDITY))
				|| issued.strength().compareTo(strength.get()) < 0) {
			throw invalid();
		}
		if (!proof.solves(issued.strength().bits()) && now.isBefore(issued.at().plus(issued.strength().patience()))) {
			throw RefusalException.field("challenge", "challenge.unsolved", "has no solution, and came too soon");
		}
		spend(issued);
	}

	private void spend(IssuedChallenge issued) {
		try {
			this.mongo.insert(new SpentChallenge(Sha256.hex(issued.id()), issued.at().plus(VALIDITY)));
		}
		catch (DuplicateKeyException ex) {
			throw invalid();
		}
	}

	private Optional<Strength> strength(String check) {
		if (check.equals("off")) {
			return Optional.empty();
		}
		if (isUnderAttack()) {
			return Optional.of(Strength.ATTACK);
		}
		return check.equals("always") ? Optional.of(Strength.CALM) : Optional.empty();
	}

	private boolean isUnderAttack() {
		var recent = Criteria.where("emailVerified").is(false).and("createdAt").gt(this.clock.instant().minus(PERIOD));
		return this.mongo.count(new Query(recent).limit(ATTACK), User.class)
				+ this.heldRegistrations.countWithin(PERIOD, ATTACK) >= ATTACK;
	}

	private Optional<IssuedChallenge> open(String token) {
		try {
			var parts = this.cipher.open(token, PURPOSE).split(" ", -1);
			return Optional.of(new IssuedChallenge(Strength.valueOf(parts[0]), Instant.parse(parts[1]), parts[2]));
		}
		catch (IllegalStateException | IllegalArgumentException | DateTimeException | BufferUnderflowException ex) {
			return Optional.empty();
		}
	}

	private static RefusalException invalid() {
		return RefusalException.field("challenge", "challenge.invalid",
				"is invalid, was answered before or has expired");
	}

	/**
	 * What a token contains.
	 *
	 * @param id a random text
	 */
	private record IssuedChallenge(Strength strength, Instant at, String id) {
	}

}
