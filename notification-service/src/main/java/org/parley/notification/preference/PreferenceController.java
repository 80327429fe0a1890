package org.parley.notification.preference;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be told, and by which way. */
@RestController
@RequestMapping("/api/v1/users/me/preferences")
@Tag(name = "Preferences")
class PreferenceController {

	private final SetPreferences setPreferences;

	PreferenceController(SetPreferences setPreferences) {
		this.setPreferences = setPreferences;
	}

	@GetMapping
	@Operation(summary = "What you are told, and by which way")
	ResponseEntity<Data<View>> get(Caller caller) {
		return EntityTagResponses.of(new Data<>(View.of(this.setPreferences.of(caller.id()))));
	}

	@PutMapping
	@Operation(summary = "Choose what you are told; kinds that are not named are as usual again")
	ResponseEntity<Data<View>> choose(@Valid @RequestBody Wish wish, Caller caller) {
		var choices = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
		for (var line : wish.kinds()) {
			if (choices.put(line.kind(), line.choice()) != null) {
				throw ProblemException.field("kinds", "preferences.repeated-kind", "names a kind twice");
			}
		}
		return EntityTagResponses.of(new Data<>(View.of(this.setPreferences.choose(caller.id(), choices))));
	}

	/**
	 * What somebody chooses.
	 *
	 * @param kinds those that shall not be as usual
	 */
	@Schema(name = "PreferencesWish")
	record Wish(@NotNull(message = "is required") @Size(max = 20,
			message = "must have 20 items at most") List<@NotNull(message = "is required") @Valid Line> kinds) {
	}

	/**
	 * All choices of a person.
	 *
	 * @param kinds one line each
	 */
	@Schema(name = "Preferences")
	record View(List<Line> kinds) {

		static View of(Preferences preferences) {
			return new View(Arrays.stream(NotificationKind.values())
				.map((kind) -> Line.of(kind, preferences.choice(kind)))
				.toList());
		}

	}

	/**
	 * How somebody is told things of a kind.
	 *
	 * @param kind what about
	 * @param inApp whether they find them in their list
	 * @param live whether they see them at once
	 * @param mail when they are written to
	 */
	@Schema(name = "Preference")
	record Line(@NotNull(message = "is required") NotificationKind kind,
			@NotNull(message = "is required") Boolean inApp, @NotNull(message = "is required") Boolean live,
			@NotNull(message = "is required") MailTiming mail) {

		static Line of(NotificationKind kind, ChannelChoice channelChoice) {
			return new Line(kind, channelChoice.inApp(), channelChoice.live(), channelChoice.mail());
		}

		ChannelChoice choice() {
			return new ChannelChoice(this.inApp, this.live, this.mail);
		}

	}

}
