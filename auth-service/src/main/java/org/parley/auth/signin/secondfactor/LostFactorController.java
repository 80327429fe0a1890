package org.parley.auth.signin.secondfactor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Removal of lost second factors by administrators. */
@RestController
@Tag(name = "Administration")
class LostFactorController {

	private final ResetSecondFactor resetSecondFactor;

	LostFactorController(ResetSecondFactor resetSecondFactor) {
		this.resetSecondFactor = resetSecondFactor;
	}

	@DeleteMapping("/api/v1/admin/users/{id}/two-factor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a user's lost second factor; all their sessions end, and they are notified by mail")
	void reset(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.resetSecondFactor.reset(id, caller, clientDevice);
	}

}
