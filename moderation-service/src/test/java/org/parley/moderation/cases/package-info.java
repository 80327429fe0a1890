/** Integration tests of cases. */
@NullMarked
package org.parley.moderation.cases;

import org.jspecify.annotations.NullMarked;
