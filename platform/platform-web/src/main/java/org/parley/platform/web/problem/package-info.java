/** Errors as problem documents, whoever finds them. */
@NullMarked
package org.parley.platform.web.problem;

import org.jspecify.annotations.NullMarked;
