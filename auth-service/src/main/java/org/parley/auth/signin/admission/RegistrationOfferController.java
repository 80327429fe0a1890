package org.parley.auth.signin.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.robot.RobotChallenge;
import org.parley.auth.signin.admission.robot.RobotChallenges;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.contracts.OptionalValue;
import org.parley.platform.web.Data;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells newcomers what a registration needs. */
@RestController
@Tag(name = "Signing in")
class RegistrationOfferController {

	private final CurrentRules currentRules;

	private final RobotChallenges robotChallenges;

	private final RegistrationGate registrationGate;

	RegistrationOfferController(CurrentRules currentRules, RobotChallenges robotChallenges,
			RegistrationGate registrationGate) {
		this.currentRules = currentRules;
		this.robotChallenges = robotChallenges;
		this.registrationGate = registrationGate;
	}

	@GetMapping("/api/v1/auth/registration")
	@Operation(summary = "Get what a registration needs, with a challenge if newcomers must answer one")
	ResponseEntity<Data<RegistrationOffer>> show(
			@Parameter(description = "Token of an invitation, to know whether it is valid",
					example = "parley_invite_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @RequestParam(
							required = false) @Size(min = 1, max = 100) @Nullable String invitation) {
		var rules = this.currentRules.rules();
		var challenge = rules.isClosed() ? null : this.robotChallenges.issue(rules.robots()).orElse(null);
		var invited = (invitation != null) ? this.registrationGate.isInvited(invitation) : null;
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Data<>(new RegistrationOffer(rules.mode(), rules.inviters(), rules.isHidingAddresses(), challenge,
					invited)));
	}

	/**
	 * What a registration needs.
	 *
	 * @param mode {@code open}, {@code invitation}, {@code approval} or {@code closed}
	 * @param inviters lowest role that may invite people
	 * @param hiddenAddresses whether newcomers verify their address before the account is
	 * opened
	 * @param challenge to answer; absent if there is none
	 * @param invited whether the invitation of the query is valid; absent without one
	 */
	record RegistrationOffer(@Schema(example = "open") String mode,
			@Schema(example = "admin") @Nullable String inviters, boolean hiddenAddresses,
			@OptionalValue @Nullable RobotChallenge challenge, @OptionalValue @Nullable Boolean invited) {
	}

}
