/**
 * Export and erasure of this service's personal data, and what leaves the installation.
 */
@NullMarked
package org.parley.summary.privacy;

import org.jspecify.annotations.NullMarked;
