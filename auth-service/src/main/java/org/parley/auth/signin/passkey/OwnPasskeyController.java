package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's passkeys. */
@RestController
@RequestMapping("/api/v1/users/me/passkeys")
@Tag(name = "Passkeys")
class OwnPasskeyController {

	private final Passkeys passkeys;

	private final ChangePasskey changePasskey;

	OwnPasskeyController(Passkeys passkeys, ChangePasskey changePasskey) {
		this.passkeys = passkeys;
		this.changePasskey = changePasskey;
	}

	@GetMapping
	@Operation(summary = "List your passkeys, oldest first")
	ResponseEntity<Data<List<PasskeyView>>> list(Caller caller) {
		return EntityTagResponses
			.of(new Data<>(this.passkeys.findByUserIdOrderById(caller.id()).stream().map(PasskeyView::of).toList()));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Rename one of your passkeys")
	Data<PasskeyView> rename(Caller caller, @PathVariable String id, @Valid @RequestBody RenamePasskeyRequest request) {
		return new Data<>(PasskeyView.of(this.changePasskey.rename(caller.id(), id, request.name())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one of your passkeys; you are notified by mail")
	void remove(Caller caller, @PathVariable String id, ClientDevice clientDevice) {
		this.changePasskey.remove(caller.id(), id, clientDevice);
	}

	/** Renames a passkey. */
	@Schema(name = "PasskeyRenaming")
	record RenamePasskeyRequest(@Schema(example = "my old laptop") @NotNull @ShownName String name) {
	}

	/** A passkey as its owner sees it. */
	@Schema(name = "Passkey")
	record PasskeyView(@Schema(example = "01KAG2V9H3J5K7M9N1P3Q5R7S9") String id,
			@Schema(example = "my laptop") String name, Instant createdAt, @Nullable Instant lastUsedAt,
			boolean backedUp, @Schema(example = "[\"internal\"]") List<String> transports) {

		static PasskeyView of(Passkey passkey) {
			return new PasskeyView(passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt(),
					passkey.isBackedUp(), passkey.transports());
		}

	}

}
