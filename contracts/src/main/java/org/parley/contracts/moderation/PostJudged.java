package org.parley.contracts.moderation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

/**
 * A check has come to a verdict about content.
 *
 * @param content the content, with the fields of its kind
 * @param contentVersion the checked version of the content
 * @param verdict null if this version does not know it
 * @param engine {@code rules}, or the name of the model
 * @param policy the name of the policy
 * @param reasons stable codes, the most severe first
 * @param locks whether the thread is locked; absent if it is not
 */
@Publishes({ "moderation.verdict", "social-moderation.verdict", "message-moderation.verdict" })
public record PostJudged(@EventType String type, @JsonUnwrapped ContentReference content, long contentVersion,
		@JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable Verdict verdict, String engine,
		@OptionalValue @Nullable String policy, long policyVersion, List<String> reasons,
		@OptionalValue @Nullable Boolean locks) implements ContentEvent {

	@Override
	public String subject() {
		return this.content.id();
	}

}
