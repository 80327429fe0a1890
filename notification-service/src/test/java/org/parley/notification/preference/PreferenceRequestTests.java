package org.parley.notification.preference;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.preference.PreferenceController.Choices;
import org.parley.notification.preference.PreferenceController.KindPreference;
import org.parley.notification.preference.PreferenceController.QuietHoursRequest;
import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Requests that no preferences can be made of. */
class PreferenceRequestTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@CsvSource({ "'', false", "gardening, false", "ALL, false", "01KAG3P1C2T3R4E5S6A7B8C9D, false", "*, false",
			"'all ', false", "all, true", "01KAG3P1C2T3R4E5S6A7B8C9D0, true" })
	void everyPostIsOfCategoriesOrAll(String category, boolean valid) {
		assertThat(isValid(new Choices(List.of(), null, List.of(category)))).isEqualTo(valid);
	}

	@ParameterizedTest
	@CsvSource({ ", , false", "22:00, , false", "24:00, 07:00, false", "7:00, 08:00, false", "22:00, 07:30, true" })
	@SuppressWarnings("NullAway") // clients leave out what is required
	void quietHoursAreTwoTimes(@Nullable String from, @Nullable String to, boolean valid) {
		assertThat(isValid(new Choices(List.of(), new QuietHoursRequest(from, to), null))).isEqualTo(valid);
	}

	@Test
	@SuppressWarnings("NullAway") // clients leave out what is required
	void kindsAndTheirChannelsAreRequired() {
		assertThat(isValid(new Choices(null, null, null))).isFalse();
		assertThat(isValid(
				new Choices(List.of(new KindPreference(NotificationKind.REPLY, null, null, null, null)), null, null)))
			.isFalse();
	}

	@Test
	void repeatedKindIsRefused() {
		var reply = new KindPreference(NotificationKind.REPLY, true, true, MailTiming.NOW, null);
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> new Choices(List.of(reply, reply), null, null).choices());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"kind\":\"everything\",\"inApp\":true,\"live\":true,\"mail\":\"now\"}",
			"{\"kind\":\"reply\",\"inApp\":true,\"live\":true,\"mail\":\"yearly\"}" })
	void unknownKindsAndTimingsAreRefused(String line) {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> JsonMapper.shared().readValue(line, KindPreference.class));
	}

	@Test
	void quietHoursAreNoText() {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> JsonMapper.shared().readValue("\"22:00\"", QuietHoursRequest.class));
	}

	private boolean isValid(Choices request) {
		return this.validator.validate(request).isEmpty();
	}

}
