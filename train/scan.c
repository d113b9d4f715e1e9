/* The Simple Recurrent Unit's recurrence (Lei et al., EMNLP 2018), both directions, forward and backward in time order,
 * for training on a CPU. The program's own kernel (nlp/model) computes the same forward values.
 *
 * u [B][T][6H]: forward x~, f, r, then backward x~, f, r; x, h [B][T][2H]: forward half, backward half;
 * v [2][2H]: the weights of the old cell in f and r; length [B]: tokens of each row; the rest is padding, left zero.
 * c [B][T][2H] receives the cells, which the backward pass needs.
 */
#include <string.h>

static inline float clampf(float a) { return a < -3.f ? -3.f : a > 3.f ? 3.f : a; }
static inline float sigma(float a) {
  float z = clampf(0.5f * a), s = z * z;
  return 0.5f + 0.5f * (z * (27.f + s) / (27.f + 9.f * s));
}
/* the derivative of sigma; zero where it is clamped */
static inline float dsigma(float a) {
  float z = 0.5f * a, s = z * z, d = 27.f + 9.f * s;
  float g = 0.25f * ((27.f + 3.f * s) * d - z * (27.f + s) * 18.f * z) / (d * d);
  return (z < -3.f || z > 3.f) ? 0.f : g;
}

void scan_forward(const float *u, const float *x, const float *v, const int *length, float *h, float *c, int B, int T, int H) {
#pragma omp parallel for collapse(2) schedule(dynamic)
  for (int b = 0; b < B; b++)
    for (int d = 0; d < 2; d++) {
      float zero[H];
      memset(zero, 0, sizeof zero);
      const float *old = zero, *vf = v + d * H, *vr = v + 2 * H + d * H;
      for (int k = 0; k < length[b]; k++) {
        long t = (long)b * T + (d ? length[b] - 1 - k : k);
        const float *ux = u + t * 6 * H + d * 3 * H, *uf = ux + H, *ur = uf + H, *xt = x + t * 2 * H + d * H;
        float *ct = c + t * 2 * H + d * H, *ht = h + t * 2 * H + d * H;
        for (int i = 0; i < H; i++) {
          float o = old[i], f = sigma(uf[i] + vf[i] * o), r = sigma(ur[i] + vr[i] * o);
          float n = ux[i] + f * (o - ux[i]);
          ct[i] = n;
          ht[i] = xt[i] + r * (n - xt[i]);
        }
        old = ct;
      }
    }
}

/* gu [B][T][6H], gx [B][T][2H] are written; gv [B][2][2H] is written, to be summed over B. */
void scan_backward(const float *u, const float *x, const float *v, const int *length, const float *c, const float *gh,
                   float *gu, float *gx, float *gv, int B, int T, int H) {
#pragma omp parallel for collapse(2) schedule(dynamic)
  for (int b = 0; b < B; b++)
    for (int d = 0; d < 2; d++) {
      float zero[H], gc[H];
      memset(zero, 0, sizeof zero);
      memset(gc, 0, sizeof gc);
      const float *vf = v + d * H, *vr = v + 2 * H + d * H;
      float *gvf = gv + (long)b * 4 * H + d * H, *gvr = gvf + 2 * H;
      for (int k = length[b] - 1; k >= 0; k--) {
        long t = (long)b * T + (d ? length[b] - 1 - k : k), before = d ? t + 1 : t - 1;
        const float *ux = u + t * 6 * H + d * 3 * H, *uf = ux + H, *ur = uf + H, *xt = x + t * 2 * H + d * H;
        const float *ct = c + t * 2 * H + d * H, *old = k ? c + before * 2 * H + d * H : zero, *g = gh + t * 2 * H + d * H;
        float *gux = gu + t * 6 * H + d * 3 * H, *guf = gux + H, *gur = guf + H, *gxt = gx + t * 2 * H + d * H;
        for (int i = 0; i < H; i++) {
          float o = old[i], af = uf[i] + vf[i] * o, ar = ur[i] + vr[i] * o, f = sigma(af), r = sigma(ar);
          float dr = g[i] * (ct[i] - xt[i]) * dsigma(ar), now = gc[i] + g[i] * r;
          float df = now * (o - ux[i]) * dsigma(af);
          gxt[i] = g[i] * (1.f - r);
          gux[i] = now * (1.f - f);
          guf[i] = df;
          gur[i] = dr;
          gvf[i] += df * o;
          gvr[i] += dr * o;
          gc[i] = now * f + df * vf[i] + dr * vr[i];
        }
      }
    }
}

#include <math.h>
double squares(const float *g, long n) {
  double sum = 0;
  for (long k = 0; k < n; k += 4096) {
    float part = 0;
    long end = k + 4096 < n ? k + 4096 : n;
#pragma omp simd reduction(+ : part)
    for (long i = k; i < end; i++) part += g[i] * g[i];
    sum += part;
  }
  return sum;
}

/* One step of AdamW (Loshchilov and Hutter, ICLR 2019) and of the weights' moving average, in one pass over memory. */
void adamw(float *w, const float *g, float *m, float *s, float *mean, long n, float lr, float b1, float b2, float decay,
           float c1, float c2, float clip, float keep) {
#pragma omp parallel for schedule(static)
  for (long i = 0; i < n; i++) {
    float gi = g[i] * clip;
    m[i] = b1 * m[i] + (1.f - b1) * gi;
    s[i] = b2 * s[i] + (1.f - b2) * gi * gi;
    w[i] -= lr * (m[i] * c1 / (sqrtf(s[i] * c2) + 1e-8f) + decay * w[i]);
    mean[i] = keep * mean[i] + (1.f - keep) * w[i];
  }
}

/* A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001): for each row the negative
 * log-likelihood of its labels, and its gradient (expected minus observed counts) by forward and backward sums.
 * emit [B][T][N], gold [B][T], trans [N][N] (from, to), start [N]; nll [B]; ge [B][T][N] zeroed by the caller;
 * gt [B][N][N] and gs [B][N] zeroed by the caller, to be summed over B. N at most 32. */
void crf(const float *emit, const long *gold, const int *length, const float *trans, const float *start, float *nll,
         float *ge, float *gt, float *gs, int B, int T, int N) {
  float step[N * N], first[N];
  for (int i = 0; i < N * N; i++) step[i] = expf(trans[i]);
  for (int i = 0; i < N; i++) first[i] = expf(start[i]);
#pragma omp parallel for schedule(dynamic)
  for (int b = 0; b < B; b++) {
    int n = length[b];
    const float *e = emit + (long)b * T * N;
    const long *g = gold + (long)b * T;
    double total = 0;
    float w[n * N], f[n * N], after[32], now[32]; /* rows of f sum to one */
    for (int t = 0; t < n; t++) {
      float top = e[t * N];
      for (int j = 1; j < N; j++) top = e[t * N + j] > top ? e[t * N + j] : top;
      float sum = 0;
      for (int j = 0; j < N; j++) {
        float v = 0;
        if (t == 0) v = first[j];
        else for (int i = 0; i < N; i++) v += f[(t - 1) * N + i] * step[i * N + j];
        w[t * N + j] = expf(e[t * N + j] - top);
        f[t * N + j] = v * w[t * N + j];
        sum += f[t * N + j];
      }
      for (int j = 0; j < N; j++) f[t * N + j] /= sum;
      total += log(sum) + top;
      total -= e[t * N + g[t]] + (t ? trans[g[t - 1] * N + g[t]] : start[g[0]]);
    }
    nll[b] = total;
    float *gte = ge + (long)b * T * N, *gtt = gt + (long)b * N * N;
    for (int j = 0; j < N; j++) after[j] = 1;
    for (int t = n - 1; t >= 0; t--) {
      float all = 0;
      for (int j = 0; j < N; j++) all += f[t * N + j] * after[j];
      for (int j = 0; j < N; j++) gte[t * N + j] = f[t * N + j] * after[j] / all - (j == g[t]);
      if (t == 0) {
        for (int j = 0; j < N; j++) gs[b * N + j] = gte[j];
        break;
      }
      float z = 0, sum = 0;
      for (int i = 0; i < N; i++) {
        now[i] = 0;
        for (int j = 0; j < N; j++) now[i] += step[i * N + j] * w[t * N + j] * after[j];
        z += f[(t - 1) * N + i] * now[i];
        sum += now[i];
      }
      for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
          gtt[i * N + j] += f[(t - 1) * N + i] * step[i * N + j] * w[t * N + j] * after[j] / z - (i == g[t - 1] && j == g[t]);
      for (int i = 0; i < N; i++) after[i] = now[i] / sum;
    }
  }
}
