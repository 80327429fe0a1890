package org.parley.auth.signin.secondfactor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Help for people who have lost their second factor, by administrators. */
@RestController
@Tag(name = "Administration")
class LostFactorController {

	private final ResetSecondFactor resetting;

	LostFactorController(ResetSecondFactor resetting) {
		this.resetting = resetting;
	}

	@DeleteMapping("/api/v1/admin/users/{id}/two-factor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take a lost second factor away; all sessions of its owner end, and they are told by mail")
	void reset(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.resetting.reset(id, caller, clientDevice);
	}

}
