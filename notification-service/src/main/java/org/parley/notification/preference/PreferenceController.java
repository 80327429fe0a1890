package org.parley.notification.preference;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notification preferences. */
@RestController
@RequestMapping("/api/v1/users/me/preferences")
@Tag(name = "Preferences")
class PreferenceController {

	private final UserPreferences userPreferences;

	private final SetPreferences setPreferences;

	PreferenceController(UserPreferences userPreferences, SetPreferences setPreferences) {
		this.userPreferences = userPreferences;
		this.setPreferences = setPreferences;
	}

	@GetMapping
	@Operation(summary = "Get your notification preferences")
	ResponseEntity<Data<PreferencesView>> get(Caller caller) {
		return EntityTagResponses.of(new Data<>(PreferencesView.of(this.userPreferences.get(caller.id()))));
	}

	@PutMapping
	@Operation(summary = "Set your notification preferences; kinds not listed get their defaults")
	ResponseEntity<Data<PreferencesView>> choose(@Valid @RequestBody Choices request, Caller caller) {
		var hours = Optional.ofNullable(request.quietHours()).map(QuietHoursRequest::quietHours).orElse(null);
		return EntityTagResponses.of(new Data<>(PreferencesView
			.of(this.setPreferences.set(caller.id(), request.choices(), hours, request.categories()))));
	}

	/**
	 * The preferences to set.
	 *
	 * @param kinds kinds that differ from their defaults
	 * @param quietHours when you are not disturbed; never if absent
	 * @param everyPost the ids of the categories of which you get every post by mail, or
	 * {@code all}; none if absent
	 */
	@Schema(name = "PreferencesWish")
	record Choices(
			@NotNull @Size(max = 20, message = "must have 20 items at most") List<@NotNull @Valid KindPreference> kinds,
			@Valid @Nullable QuietHoursRequest quietHours,
			@Nullable @Size(max = 100,
					message = "must have 100 items at most") List<@NotNull @Pattern(regexp = CATEGORY,
							message = "must be the id of a category, or all") String> everyPost) {

		private static final String CATEGORY = "all|[0-7][0-9A-HJKMNP-TV-Z]{25}";

		Map<NotificationKind, ChannelChoice> choices() {
			var choices = new EnumMap<NotificationKind, ChannelChoice>(NotificationKind.class);
			for (var line : this.kinds) {
				if (choices.put(line.kind(), line.choice()) != null) {
					throw RefusalException.field("kinds", "preferences.repeated-kind", "contains a kind twice");
				}
			}
			return choices;
		}

		Set<String> categories() {
			return (this.everyPost != null) ? Set.copyOf(this.everyPost) : Set.of();
		}

	}

	/**
	 * The hours of each day in which notifications are neither announced live nor mailed
	 * nor sent to devices.
	 *
	 * @param from the first minute, in the time zone of your profile
	 * @param to the minute after the last one; may be before the first one
	 */
	@Schema(name = "QuietHours")
	record QuietHoursRequest(
			@Schema(example = "22:00") @NotNull @Pattern(regexp = TIME,
					message = "must be a time as HH:mm") String from,
			@Schema(example = "07:00") @NotNull @Pattern(regexp = TIME,
					message = "must be a time as HH:mm") String to) {

		private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

		static @Nullable QuietHoursRequest of(@Nullable QuietHours hours) {
			return (hours != null) ? new QuietHoursRequest(hours.from(), hours.to()) : null;
		}

		QuietHours quietHours() {
			return new QuietHours(this.from, this.to);
		}

	}

	/**
	 * The preferences of a user.
	 *
	 * @param kinds one item per kind
	 * @param quietHours when you are not disturbed; null for never
	 * @param everyPost the ids of the categories of which you get every post by mail, or
	 * {@code all}
	 */
	@Schema(name = "Preferences")
	record PreferencesView(List<KindPreference> kinds, @Nullable QuietHoursRequest quietHours, List<String> everyPost) {

		static PreferencesView of(Preferences preferences) {
			return new PreferencesView(
					Arrays.stream(NotificationKind.values())
						.map((kind) -> KindPreference.of(kind, preferences))
						.toList(),
					QuietHoursRequest.of(preferences.quietHours()),
					preferences.categoriesByMail().stream().sorted().toList());
		}

	}

	/**
	 * The channels for a kind of notification.
	 *
	 * @param inApp whether it is listed
	 * @param live whether it is announced live
	 * @param push whether it is sent to your devices; the default of the kind if absent
	 */
	@Schema(name = "Preference")
	record KindPreference(@NotNull NotificationKind kind, @NotNull Boolean inApp, @NotNull Boolean live,
			@NotNull MailTiming mail, @Nullable Boolean push) {

		static KindPreference of(NotificationKind kind, Preferences preferences) {
			var choice = preferences.choice(kind);
			return new KindPreference(kind, choice.inApp(), choice.live(), choice.mail(), preferences.isPushed(kind));
		}

		ChannelChoice choice() {
			return new ChannelChoice(this.inApp, this.live, this.mail, this.push);
		}

	}

}
