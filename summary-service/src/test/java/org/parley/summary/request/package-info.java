/** Tests of requests. */
@NullMarked
package org.parley.summary.request;

import org.jspecify.annotations.NullMarked;
