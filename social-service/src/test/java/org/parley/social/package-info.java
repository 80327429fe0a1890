/** Tests of social-service. */
@NullMarked
package org.parley.social;

import org.jspecify.annotations.NullMarked;
