/** The OpenAPI description of every service. */
@NullMarked
package org.parley.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
