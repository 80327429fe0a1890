/** Problem documents for all errors. */
@NullMarked
package org.parley.platform.web.problem;

import org.jspecify.annotations.NullMarked;
