#include "numeric/deviate.h"

#include <math.h>
#include <stdint.h>

#include "numeric/special.h"

/* By tests/golden/deviate_reference.py; all are above 0, so that nothing cancels. Against the exact quantile they are
 * within 1e-16 of it. */
static const double middle_over[] = {0x1.b18d91e9eef75p+1,  0x1.2983594fd7e7dp+7,  0x1.3e873207f0ef6p+11,
                                     0x1.51edecb555ec1p+14, 0x1.75ccbc4a8f659p+16, 0x1.a11714cc49c93p+17,
                                     0x1.a273b0aa57899p+17, 0x1.214cd08b4e4dbp+16, 0x1.e8603e9431ae1p+11},
                    middle_under[] = {0x1.0000000000000p+0,  0x1.776318ab2437cp+5,  0x1.b3a456a404a14p+9,
                                      0x1.ff0e0daee92a7p+12, 0x1.41a3f69d2d156p+15, 0x1.aabcb49f39b94p+16,
                                      0x1.122c69e2df941p+17, 0x1.1a96b28ee421dp+16, 0x1.25b3b754cc157p+13};
static const double tail_over[] = {0x1.6c665fde9526bp+0, 0x1.3c4e3f2075665p+2, 0x1.b472d01cd6dfdp+2,
                                   0x1.41ba337523dffp+2, 0x1.1ad21a705e380p+1, 0x1.34809bcd87395p-1,
                                   0x1.9d880e74aa754p-4, 0x1.3fb45681d18e9p-7, 0x1.ee9752201ec63p-12,
                                   0x1.11cfdcb600dcdp-17},
                    tail_under[] = {0x1.0000000000000p+0, 0x1.22dbe641bd0c5p+1,  0x1.13582aa5c0dbap+1,
                                    0x1.1ba7c247a67b3p+0, 0x1.5a99227ef99fdp-2,  0x1.fb00a5cb0872fp-5,
                                    0x1.a344196689b34p-8, 0x1.54157d6d76b3dp-12, 0x1.8336927b3aac4p-18,
                                    0x1.72013d1a91825p-40};

static inline double value(const double *coefficient, int32_t degree, double x) {
  double sum = coefficient[degree];
  for (int32_t i = degree - 1; i >= 0; i--) sum = sum * x + coefficient[i];
  return sum;
}

double inno__deviate(double u) {
  double q = u - 0.5;
  if (fabs(q) <= 0.425) {
    double x = 0.425 * 0.425 - q * q;
    return q * (value(middle_over, 8, x) / value(middle_under, 8, x));
  }
  double x = sqrt(0.0 - inno__log(q < 0.0 ? u : 1.0 - u)) - 1.6; /* 1 - u is exact for these u */
  double z = x < 0.0 ? 0.0 : x;
  z = value(tail_over, 9, z) / value(tail_under, 9, z);
  return q < 0.0 ? -z : z;
}
