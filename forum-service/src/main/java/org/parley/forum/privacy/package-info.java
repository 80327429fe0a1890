/** Export and erasure of the personal data in this service. */
@NullMarked
package org.parley.forum.privacy;

import org.jspecify.annotations.NullMarked;
