package org.parley.gateway.docs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service says about its API.
 *
 * @param service its name
 * @param document its OpenAPI document; none when it did not answer
 */
record ServiceDescription(String service, @Nullable ObjectNode document) {

}
