package org.parley.contracts;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueChangesTests {

	private static final String PUBLISHED = """
			exchanges:
			  a.events:
			    publisher: a-service
			    events:
			      it.happened: {meaning: It did., key: thread, heard-by: [door, hatch]}
			      it.ended: {meaning: It has., key: thread, heard-by: [door]}
			queues:
			  door: {listener: b-service, one-per: service, order: version, open: true}
			  hatch: {listener: c-service, one-per: service, order: single, open: false}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					a.events:                                                | b.events:                                                | a.events is gone
					publisher: a-service                                     | publisher: b-service                                     | a.events has another publisher
					it.ended                                                 | it.finished                                              | it.ended is gone
					{meaning: It did., key: thread, heard-by: [door, hatch]} | {meaning: It did., key: person, heard-by: [door, hatch]} | it.happened is ordered otherwise
					heard-by: [door, hatch]}                                 | heard-by: [door, hatch], snapshot: true}                 | it.happened travels otherwise
					[door, hatch]                                            | [hatch]                                                  | it.happened is not consumed by door any more
					door:                                                    | portal:                                                  | door is gone
					version, open: true                                      | version, open: false                                     | door is closed
					listener: b-service                                      | listener: d-service                                      | door has another listener
					b-service, one-per: service                              | b-service, one-per: instance                             | door is shared otherwise
					order: version                                           | order: single                                            | door has another order
					""")
	void breaks(String part, String change, String how) throws JsonProcessingException {
		assertThat(changes(part, change)).contains(how);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			It has.             | It ended.
			it.ended            | it.began: {meaning: It will., key: thread, heard-by: [door]}\\n      it.ended
			queues:             | queues:\\n  window: {listener: d-service, one-per: service, order: free, open: true}
			[door]              | [door, hatch]
			[door, hatch]       | [door]
			order: version      | order: free
			order: single       | order: free
			single, open: false | single, open: true
			c-service           | d-service
			""")
	void changeIsCompatible(String part, String change) throws JsonProcessingException {
		assertThat(changes(part, change)).isEmpty();
	}

	private static List<String> changes(String part, String change) throws JsonProcessingException {
		assertThat(PUBLISHED).containsOnlyOnce(part);
		return CatalogueChanges.between(Catalogue.read(PUBLISHED),
				Catalogue.read(PUBLISHED.replace(part, change.translateEscapes())));
	}

}
