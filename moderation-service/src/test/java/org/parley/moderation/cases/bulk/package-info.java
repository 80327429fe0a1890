/** Integration tests of decisions about several cases. */
@NullMarked
package org.parley.moderation.cases.bulk;

import org.jspecify.annotations.NullMarked;
