/** Tests of problems and of filters that refuse requests. */
@NullMarked
package org.parley.platform.web.problem;

import org.jspecify.annotations.NullMarked;
