package org.parley.auth.federation.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.federation.provider.IdentityProviderTerms;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderGroupsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "groups | {\"groups\": [\"staff\", \"x\"]} | A | B C",
			"groups | {\"groups\": \"staff\"} | A | B C", "groups | {\"groups\": []} | ~~ | A B C",
			"groups | {} | ~~ | A B C", "groups | {\"groups\": null} | ~~ | A B C",
			"groups | {\"groups\": [7, null, {}]} | ~~ | A B C", "groups | {\"groups\": [\"Staff\"]} | ~~ | A B C",
			"groups | {\"groups\": [\"/org/hr\", \"staff\"]} | A B C | ~~",
			"realm_access.roles | {\"realm_access\": {\"roles\": [\"staff\"]}} | A | B C",
			"resource_access.my.app.roles | {\"resource_access\": {\"my.app\": {}}} | ~~ | A B C",
			"realm_access.roles | {\"realm_access\": [\"staff\"]} | ~~ | A B C",
			"https://example.org/roles | {\"https://example.org/roles\": [\"staff\"]} | A | B C",
			"a.b | {\"a.b\": [\"staff\"], \"a\": {\"b\": [\"/org/hr\"]}} | A | B C" })
	void valuesOfTheClaimDecide(String claim, String claims, String joined, String left) {
		var groups = Objects.requireNonNull(ProviderGroups.of(terms(claim), claims(claims)));
		assertThat(groups.joined()).containsExactlyInAnyOrderElementsOf(list(joined));
		assertThat(groups.left(terms(claim))).containsExactlyInAnyOrderElementsOf(list(left));
	}

	@Test
	void providerWithoutClaimDecidesOnNothing() {
		assertThat(ProviderGroups.of(terms(null), Map.of("groups", List.of("staff")))).isNull();
	}

	@Test
	void listThatIsElsewhereDecidesOnNothing() {
		assertThat(ProviderGroups.of(terms("groups"), claims("{\"_claim_names\": {\"groups\": \"src1\"}}"))).isNull();
	}

	private static IdentityProviderTerms terms(@Nullable String claim) {
		return new IdentityProviderTerms("Example", "https://issuer.example", "client", true, true, false, 0, claim,
				List.of(new GroupRule("staff", "A"), new GroupRule("/org/hr", "B"), new GroupRule("/org/hr", "C")));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> claims(String json) {
		return JsonMapper.shared().readValue(json, Map.class);
	}

	private static List<String> list(String names) {
		return names.isEmpty() ? List.of() : List.of(names.split(" "));
	}

}
