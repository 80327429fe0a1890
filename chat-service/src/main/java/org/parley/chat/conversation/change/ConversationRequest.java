package org.parley.chat.conversation.change;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

/**
 * Requests a conversation.
 *
 * @param members the usernames of the other members
 * @param name the name of a group or room
 * @param description the description of a group or room
 * @param category the slug of the category whose readers may enter the room
 */
public record ConversationRequest(@NotNull(message = "is required") ConversationKind kind,
		@Size(max = 199,
				message = "must have at most 199 usernames") @Nullable List<@NotNull(
						message = "is required") @StorableText(min = 1, max = 30) String> members,
		@ShownName @Nullable String name, @StorableText(max = 500, lines = true) @Nullable String description,
		@StorableText(min = 1, max = 50) @Nullable String category) {

	List<String> usernames() {
		return Objects.requireNonNullElse(this.members, List.of());
	}

}
