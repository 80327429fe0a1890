package org.parley.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.test.endpoint.Endpoint;
import org.parley.platform.test.endpoint.InputField;

/** Invalid and missing properties of bodies. */
final class FieldFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		var declared = Stream.concat(endpoint.body().stream().filter(InputField::declared).flatMap(FieldFaults::own),
				endpoint.body().stream().flatMap((field) -> of(field, field.ofOtherTypes())));
		var others = endpoint.body().stream().filter((field) -> !field.declared()).flatMap(FieldFaults::own);
		return Stream.concat(endpoint.dealOwn(declared.toList()), others)
			.map((fault) -> fault.attempt(endpoint, testData));
	}

	private static Stream<Fault> own(InputField field) {
		var bad = of(field, field.invalidInBody());
		return field.required()
				? Stream.concat(bad, Stream.of(new Fault(field, Fault.MISSING, null), new Fault(field, "null", null)))
				: bad;
	}

	private static Stream<Fault> of(InputField field, Map<String, Object> values) {
		return values.entrySet().stream().map((value) -> new Fault(field, value.getKey(), value.getValue()));
	}

	/**
	 * A property with one fault in a body that is valid otherwise.
	 *
	 * @param name what is wrong
	 */
	private record Fault(InputField field, String name, @Nullable Object value) {

		private static final String MISSING = "missing";

		Attempt attempt(Endpoint endpoint, TestData testData) {
			Map<String, @Nullable Object> body = new LinkedHashMap<>(testData.body(endpoint));
			body.put(this.field.name(), this.value);
			if (this.name.equals(MISSING)) {
				body.remove(this.field.name());
			}
			return Attempt.invalid("%s: %s".formatted(this.field.name(), this.name),
					testData.allowed(endpoint).request(endpoint.method(), testData.path(endpoint), body),
					this.field.name());
		}

	}

}
