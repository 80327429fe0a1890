package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
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

	private final ChangePasskey changing;

	OwnPasskeyController(Passkeys passkeys, ChangePasskey changing) {
		this.passkeys = passkeys;
		this.changing = changing;
	}

	@GetMapping
	@Operation(summary = "Your passkeys, the oldest first")
	ResponseEntity<Data<List<Item>>> list(Caller caller) {
		return EntityTagResponses
			.of(new Data<>(this.passkeys.findByUserIdOrderById(caller.id()).stream().map(Item::of).toList()));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Give one of your passkeys another name")
	Data<Item> rename(Caller caller, @PathVariable String id, @Valid @RequestBody Renaming wish) {
		return new Data<>(Item.of(this.changing.rename(caller.id(), id, wish.name())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one of your passkeys; you are told by mail")
	void remove(Caller caller, @PathVariable String id, ClientDevice clientDevice) {
		this.changing.remove(caller.id(), id, clientDevice);
	}

	/**
	 * Another name.
	 *
	 * @param name by which its owner knows the device
	 */
	@Schema(name = "PasskeyRenaming")
	record Renaming(@Schema(example = "my old laptop") @NotNull(message = "is required") @Size(min = 1, max = 100,
			message = "must have 1 to 100 characters") @Pattern(regexp = User.ONE_LINE,
					message = "must be one line of text, not blank") String name) {
	}

	/**
	 * A passkey as its owner sees it.
	 *
	 * @param id never changes
	 * @param name by which its owner knows the device
	 * @param createdAt when it was added
	 * @param lastUsedAt when it last signed in, or null
	 * @param backedUp whether it is on several devices, as they say
	 * @param transports how a browser may reach the device
	 */
	@Schema(name = "Passkey")
	record Item(@Schema(example = "01KAG2V9H3J5K7M9N1P3Q5R7S9") String id, @Schema(example = "my laptop") String name,
			Instant createdAt, @Nullable Instant lastUsedAt, boolean backedUp,
			@Schema(example = "[\"internal\"]") List<String> transports) {

		static Item of(Passkey passkey) {
			return new Item(passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt(),
					passkey.isBackedUp(), passkey.transports());
		}

	}

}
