package org.parley.chat.preference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/preferences")
@Tag(name = "Chat")
class ChatPreferenceController {

	private final ChatPreferences preferences;

	ChatPreferenceController(ChatPreferences preferences) {
		this.preferences = preferences;
	}

	@GetMapping
	@Operation(summary = "Get your chat preferences")
	ResponseEntity<Data<ChatPreferenceBody>> get(Caller caller) {
		return EntityTagResponses.of(new Data<>(ChatPreferenceBody.of(this.preferences.of(caller.id()))));
	}

	@PutMapping
	@Operation(summary = "Set who may write to you, and whether members of your conversations see what you have read")
	Data<ChatPreferenceBody> set(@Valid @RequestBody ChatPreferenceBody request, Caller caller) {
		return new Data<>(
				ChatPreferenceBody.of(this.preferences.set(caller.id(), request.writers(), request.hidesReading())));
	}

	/**
	 * The preferences of a person, as read and written.
	 *
	 * @param writers the people who may write to the person
	 * @param hidesReading whether nobody sees how far the person has read; unchanged if
	 * it is absent
	 */
	record ChatPreferenceBody(@NotNull AllowedWriters writers, @Nullable Boolean hidesReading) {

		static ChatPreferenceBody of(ChatPreference preference) {
			return new ChatPreferenceBody(preference.writers(), Boolean.TRUE.equals(preference.hidesReading()));
		}

	}

}
