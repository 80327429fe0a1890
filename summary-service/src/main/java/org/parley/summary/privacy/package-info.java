/** Export and erasure of this service's personal data. */
@NullMarked
package org.parley.summary.privacy;

import org.jspecify.annotations.NullMarked;
