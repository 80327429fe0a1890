/** The correlation id of requests, and addresses for operators. */
@NullMarked
package org.parley.platform.web.request;

import org.jspecify.annotations.NullMarked;
