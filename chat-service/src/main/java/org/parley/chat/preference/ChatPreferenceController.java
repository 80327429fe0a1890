package org.parley.chat.preference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
		return EntityTagResponses.of(new Data<>(new ChatPreferenceBody(this.preferences.of(caller.id()))));
	}

	@PutMapping
	@Operation(summary = "Set who may write to you")
	Data<ChatPreferenceBody> set(@Valid @RequestBody ChatPreferenceBody request, Caller caller) {
		this.preferences.save(caller.id(), request.writers());
		return new Data<>(request);
	}

	/**
	 * The preferences of a person, as read and written.
	 *
	 * @param writers the people who may write to the person
	 */
	record ChatPreferenceBody(@NotNull AllowedWriters writers) {
	}

}
