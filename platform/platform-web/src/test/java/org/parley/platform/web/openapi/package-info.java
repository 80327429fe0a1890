/** Tests of the OpenAPI document of each service. */
@NullMarked
package org.parley.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
