package org.parley.auth.signin.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.robot.RobotChallenge;
import org.parley.auth.signin.admission.robot.RobotChallenges;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.contracts.OptionalValue;
import org.parley.platform.web.Data;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells newcomers what a registration needs. */
@RestController
@Tag(name = "Signing in")
class RegistrationOfferController {

	private final CurrentRules currentRules;

	private final RobotChallenges robotChallenges;

	RegistrationOfferController(CurrentRules currentRules, RobotChallenges robotChallenges) {
		this.currentRules = currentRules;
		this.robotChallenges = robotChallenges;
	}

	@GetMapping("/api/v1/auth/registration")
	@Operation(summary = "Get what a registration needs, with a challenge if newcomers must answer one")
	ResponseEntity<Data<RegistrationOffer>> show() {
		var rules = this.currentRules.rules();
		var challenge = rules.isClosed() ? null : this.robotChallenges.issue(rules.robots()).orElse(null);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Data<>(
					new RegistrationOffer(rules.mode(), rules.inviters(), rules.isHidingAddresses(), challenge)));
	}

	/**
	 * What a registration needs.
	 *
	 * @param mode {@code open}, {@code invitation}, {@code approval} or {@code closed}
	 * @param inviters lowest role that may invite people
	 * @param hiddenAddresses whether newcomers verify their address before the account is
	 * opened
	 * @param challenge to answer; absent if there is none
	 */
	record RegistrationOffer(@Schema(example = "open") String mode,
			@Schema(example = "admin") @Nullable String inviters, boolean hiddenAddresses,
			@OptionalValue @Nullable RobotChallenge challenge) {
	}

}
