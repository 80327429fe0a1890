package org.parley.notification.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.notification.push.WebPushCipher.ReceiverKeys;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.security.outbound.OutboundAddressRule;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers to which the caller's notifications are sent. */
@RestController
@RequestMapping("/api/v1/notifications/devices")
@Tag(name = "Notifications")
class PushController {

	private final PushDevices devices;

	private final RegisterDevice registerDevice;

	private final VapidKeys vapidKeys;

	private final OutboundAddressRule addressRule;

	private final InstantSource clock;

	PushController(PushDevices devices, RegisterDevice registerDevice, VapidKeys vapidKeys, PushSettings settings,
			InstantSource clock) {
		this.devices = devices;
		this.registerDevice = registerDevice;
		this.vapidKeys = vapidKeys;
		this.addressRule = new OutboundAddressRule(settings.allowPrivateAddresses(), settings.allowPrivateAddresses());
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List the browsers that take your notifications, the oldest first")
	ResponseEntity<Data<Devices>> list(Caller caller) {
		var all = this.devices.of(caller.id()).stream().map(Device::of).toList();
		return EntityTagResponses.of(new Data<>(new Devices(this.vapidKeys.publicKey(), all)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Send your notifications to a browser, by its subscription at a push service",
			description = "Repeating it changes the browser. An eleventh browser replaces the oldest.")
	@ApiResponse(responseCode = "201")
	Data<Device> register(@Valid @RequestBody Subscription request, Caller caller) {
		this.addressRule.findProblem(request.endpoint()).ifPresent((problem) -> {
			throw RefusalException.field("endpoint", "push.endpoint-invalid", problem);
		});
		requireKeys(request.keys());
		var device = new PushDevice(PushDevice.idOf(request.endpoint()), caller.id(), caller.sessionId(),
				request.endpoint(), request.keys().p256dh(), request.keys().auth(), request.name(),
				this.clock.instant());
		return new Data<>(Device.of(this.registerDevice.register(device)));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Send no more notifications to a browser")
	@ApiResponse(responseCode = "204")
	void remove(@PathVariable String id, Caller caller) {
		if (!this.registerDevice.remove(id, caller.id())) {
			throw RefusalException.notFound("push.not-found", "You have no such browser.");
		}
	}

	private static void requireKeys(Keys keys) {
		try {
			ReceiverKeys.of(keys.p256dh(), keys.auth());
		}
		catch (IllegalArgumentException ex) {
			throw RefusalException.field("keys", "push.keys-invalid", "must be those of a subscription");
		}
	}

	/**
	 * A subscription, as {@code PushSubscription.toJSON()} of browsers.
	 *
	 * @param endpoint its address at the push service
	 * @param expirationTime ignored: the push service says when a subscription has ended
	 * @param name how you recognize the browser
	 */
	@Schema(name = "PushSubscription")
	record Subscription(
			@NotNull @Pattern(regexp = "[!-~]{1,2000}",
					message = "must be a URL of at most 2000 characters") String endpoint,
			@NotNull @Valid Keys keys, @Nullable Long expirationTime, @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{1,100}",
					message = "must have 1 to 100 characters") @Nullable String name) {
	}

	/**
	 * The keys of a subscription.
	 *
	 * @param p256dh its public key
	 * @param auth its authentication secret
	 */
	@Schema(name = "PushKeys")
	record Keys(@NotNull @Pattern(regexp = KEY, message = "must be in base64url") String p256dh,
			@NotNull @Pattern(regexp = KEY, message = "must be in base64url") String auth) {

		private static final String KEY = "[A-Za-z0-9_=-]{1,200}";

	}

	/**
	 * The browsers of a user.
	 *
	 * @param publicKey the key for which browsers subscribe, as
	 * {@code applicationServerKey}
	 */
	@Schema(name = "PushDevices")
	record Devices(String publicKey, List<Device> devices) {
	}

	/**
	 * A browser that takes notifications.
	 *
	 * @param name how its user recognizes it
	 */
	@Schema(name = "PushDevice")
	record Device(String id, @Nullable String name, Instant createdAt) {

		static Device of(PushDevice device) {
			return new Device(device.id(), device.name(), device.createdAt());
		}

	}

}
